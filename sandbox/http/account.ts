/** /auth: logging in, and the API keys of one's own account. */
import type { Core } from '../core.ts';
import { CoreError } from '../errors.ts';
import type { Call } from '../requests/index.ts';
import { unavailable } from '../unavailable.ts';
import type { Auth } from './auth.ts';
import { textOf } from '../json/tree.ts';

export function login(auth: Auth, { type, params }: Call): unknown {
  switch (type) {
    case 'GetLoginOptions':
      return {
        local: true,
        oidc: false,
        github: false,
        google: false,
        registration_disabled: false,
        oidc_auto_redirect: false,
      };
    case 'LoginLocalUser': {
      const jwt = auth.login(textOf(params.username), textOf(params.password));
      return { type: 'Jwt', data: { jwt } };
    }
    case 'ExchangeForJwt': {
      const message = 'Authentication steps must be completed before JWT can be retrieved';
      throw new CoreError(message, { status: 401 });
    }
    default:
      throw unavailable(type);
  }
}

export function manage(core: Core, { type, params }: Call): unknown {
  switch (type) {
    case 'GetUserId':
      return { id: core.users.id };
    case 'CreateApiKey': {
      const { key, secret } = core.users.createKey(
        textOf(params.name),
        core.clock.now(),
        Number(params.expires),
      );
      return { key, secret };
    }
    case 'DeleteApiKey':
      if (core.users.deleteKey(textOf(params.key))) return {};
      throw new CoreError('No api key with key found', { status: 404 });
    default:
      throw unavailable(type);
  }
}
