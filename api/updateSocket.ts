import type { Types } from 'komodo_client';
import { loginError } from './answerError.ts';
import type { Client } from './client.ts';
import { CoreError } from './coreError.ts';
import { networkError } from './networkError.ts';

/** Milliseconds. */
const loginTimeout = 15_000;
/** Core pings each 30 s; after this long without a sign of life we ask for one … */
const silence = 40_000;
/** … and give up this much later. */
const pongTimeout = 15_000;

export interface SocketHandlers {
  readonly onLogin: () => void;
  readonly onFrame: (frame: Types.UpdateListItem) => void;
  /** Called once, unless {@link UpdateSocket.close} was called before. */
  readonly onEnd: (error: CoreError) => void;
}

export interface UpdateSocket {
  /** Nothing is called any more. */
  close(): void;
}

/**
 * One connection to Core's `/ws/update`: logs in, hands on its frames, and notices when it is dead. Core never sends
 * a close frame, so an end without one (1006) is as good as any.
 */
export function openUpdateSocket(client: Client, handlers: SocketHandlers): UpdateSocket {
  const origin = new URL(client.url).origin;
  const socket = new client.WebSocket(`${client.url.replace(/^http/, 'ws')}/ws/update`, {
    handshakeTimeout: loginTimeout,
    perMessageDeflate: false,
    maxPayload: 4 * 1024 * 1024,
  });
  let over = false;
  let loggedIn = false;
  let cancelTimer = client.clock.after(loginTimeout, () =>
    end(new CoreError('timeout', `${origin} does not answer the login for live updates.`)),
  );

  function close(): void {
    over = true;
    cancelTimer();
    socket.terminate();
  }
  function end(error: CoreError): void {
    if (over) return;
    close();
    handlers.onEnd(error);
  }
  function alive(): void {
    if (!loggedIn || over) return;
    cancelTimer();
    cancelTimer = client.clock.after(silence, () => {
      // Before the login Core would take a ping for a malformed one.
      socket.ping();
      cancelTimer = client.clock.after(pongTimeout, () =>
        end(new CoreError('timeout', `${origin} has fallen silent.`)),
      );
    });
  }
  function login(): void {
    client.credential().then(
      ({ key, secret }) => {
        const params = { key: key.trim(), secret: secret.trim() };
        if (!over) socket.send(JSON.stringify({ type: 'ApiKeys', params }));
      },
      () => end(new CoreError('unauthorized', 'There is no API key for this Core.')),
    );
  }
  function message(text: string): void {
    alive();
    if (text === 'LOGGED_IN') {
      loggedIn = true;
      alive();
      handlers.onLogin();
      return;
    }
    const frame = frameOf(text);
    if (frame !== undefined) handlers.onFrame(frame);
    else if (!loggedIn)
      end(
        loginError(text) ??
          new CoreError(
            'not-komodo',
            `${origin} answers the login for live updates as no Komodo does.`,
          ),
      );
  }

  socket.on('open', login);
  socket.on('message', (data, binary) => {
    if (!over && !binary) message((data as Buffer).toString());
  });
  socket.on('ping', alive);
  socket.on('pong', alive);
  socket.on('unexpected-response', (_, { statusCode = 0 }) => {
    const words = `${origin} does not open live updates (${statusCode}); does a proxy keep WebSockets out?`;
    end(new CoreError('unavailable', words, { status: statusCode }));
  });
  socket.on('error', (error) => end(networkError(error, origin)));
  socket.on('close', () =>
    end(new CoreError('dropped', `The live connection to ${origin} broke off.`)),
  );
  return { close };
}

/** Undefined for what is no frame; Core may learn to say other things. */
function frameOf(text: string): Types.UpdateListItem | undefined {
  try {
    const frame = JSON.parse(text) as Partial<Types.UpdateListItem> | null;
    return typeof frame?.id === 'string' && typeof frame.status === 'string'
      ? (frame as Types.UpdateListItem)
      : undefined;
  } catch {
    return undefined;
  }
}
