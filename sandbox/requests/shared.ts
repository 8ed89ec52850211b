/** Types that several requests share, and those of /auth and of the login on a WebSocket. */
import { requestTable } from './table.ts';

const hues =
  'Slate Red Orange Amber Yellow Lime Green Emerald Teal Cyan Sky Blue Indigo Violet Purple Fuchsia Pink Rose';
/** The colors of tags: each hue light, plain and dark. */
export const tagColors = hues.split(' ').flatMap((hue) => [`Light${hue}`, hue, `Dark${hue}`]);

/** A query of a List request: what every kind has, and what only this one has. */
const query = (kind: string, specific: string) => `
  ${kind}Query terms:[string]=[] names:[string]=[] tags:list=[] tag_behavior:All|Any="All" templates:Include|Exclude|Only="Include" specific:${kind}QuerySpecifics={}
  ${kind}QuerySpecifics ${specific}`;

export const shared = requestTable(`
  ${query('Swarm', 'servers:[string]=[]')}
  ${query('Server', 'states:[any]=[]')}
  ${query('Stack', 'states:[any]=[]')}
  ${query('Deployment', 'states:[any]=[]')}
  ${query('Build', 'states:[any]=[]')}
  ${query('Repo', 'states:[any]=[]')}
  ${query('Procedure', 'states:[Running|Ok|Failed|Unknown]=[] scheduled?:bool')}
  ${query('Action', 'states:[Running|Ok|Failed|Unknown]=[] scheduled?:bool')}
  ${query('ResourceSync', '')}
  ${query('Builder', '')}
  ${query('Alerter', '')}
  Jwt jwt:string
  ApiKeys key:string secret:string
`);

export const logins = requestTable(`
  GetLoginOptions
  ExchangeForJwt
  SignUpLocalUser -
  LoginLocalUser username:string password:string
  CompletePasskeyLogin -
  CompleteTotpLogin -
`);

/** What a user may do with the own account; of more than API keys the sandbox knows nothing. */
export const manages = requestTable(`
  CreateApiKey name:string expires:u64=0
  DeleteApiKey key:string
  GetUserId
`);
