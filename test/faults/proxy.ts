import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A wire that can be cut: what is behind it may go away and come back on another port, its own address stays. */
export class Wire {
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  cuts = 0;

  readonly port: number;
  private target: number;
  private readonly close: () => void;

  private constructor(target: number, port: number, close: () => void) {
    this.target = target;
    this.port = port;
    this.close = close;
  }

  static async to(target: number): Promise<Wire> {
    let wire: Wire | undefined = undefined as Wire | undefined;
    const server = createServer((near) => wire?.join(near));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    wire = new Wire(target, (server.address() as AddressInfo).port, () => server.close());
    return wire;
  }

  pointAt(target: number): void {
    this.target = target;
  }

  /** Cuts everything that is under way; new connections get through again. */
  cut(): void {
    this.cuts += this.pairs.size;
    for (const pair of this.pairs) for (const socket of pair) socket.destroy();
  }

  /** Cuts one connection, as a firewall that forgets it would. */
  cutOne(): void {
    const [pair] = [...this.pairs].sort(() => Math.random() - 0.5);
    if (!pair) return;
    this.cuts += 1;
    for (const socket of pair) socket.destroy();
  }

  end(): void {
    this.cut();
    this.close();
  }

  private join(near: Socket): void {
    const far = connect(this.target, '127.0.0.1');
    const pair = [near, far] as const;
    this.pairs.add(pair);
    for (const [from, to] of [pair, [far, near] as const]) {
      from.on('data', (bytes) => to.write(bytes));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        to.destroy();
        this.pairs.delete(pair);
      });
    }
  }
}
