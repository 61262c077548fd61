import { createServer } from 'node:net';
import { StartError, type Environment } from './platform/config/environment.ts';

/** Asked before anything is started, so that a port in use costs nobody a wait. */
export async function listenOrRefuse(server: Listener, environment: Environment): Promise<void> {
  try {
    await server.listen(environment.PORT, environment.HOST);
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE')
      throw new StartError(
        `Port ${environment.PORT} används redan av ett annat program. Välj en annan, till exempel: PORT=${environment.PORT + 1} npm start`,
        { cause: fault },
      );
    if (code === 'EACCES')
      throw new StartError(`Port ${environment.PORT} kräver särskilda rättigheter. Välj en port över 1023 med PORT.`, {
        cause: fault,
      });
    throw fault;
  }
}

interface Listener {
  listen(port: number, host: string): Promise<unknown>;
}

/** Takes the port for a moment to see that it is free. */
export const probe: Listener = {
  listen: (port, host) =>
    new Promise((resolve, reject) => {
      const server = createServer();
      server.once('error', reject);
      server.listen(port, host, () => server.close(resolve));
    }),
};
