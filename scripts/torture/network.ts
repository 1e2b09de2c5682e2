/** A bad network on this machine: a TCP relay that cuts connections in the middle of a request or of an answer. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/** Bytes after which a connection is cut, in either direction; Infinity: never. */
interface Fate {
  readonly upBytes: number;
  readonly downBytes: number;
}

export interface Network {
  readonly port: number;
  /** Connections cut on purpose so far. */
  cuts(): number;
  /** From now on nothing is cut. */
  heal(): void;
  close(): Promise<void>;
}

/** How far into a request of a few kilobytes, or into its answer, a cut may come. */
const UP_BYTES = 12_000;
const DOWN_BYTES = 6_000;

export async function badNetwork(target: number, cutShare: number, random: () => number): Promise<Network> {
  const sockets = new Set<Socket>();
  let cuts = 0;
  let healed = false;

  function fate(): Fate {
    const whole = { upBytes: Infinity, downBytes: Infinity };
    if (healed || random() >= cutShare) return whole;
    return random() < 0.5
      ? { ...whole, upBytes: Math.floor(random() * UP_BYTES) }
      : { ...whole, downBytes: Math.floor(random() * DOWN_BYTES) };
  }

  function relay(client: Socket): void {
    const { upBytes, downBytes } = fate();
    const server = connect(target, "127.0.0.1");
    let [up, down] = [0, 0];
    const end = () => {
      client.destroy();
      server.destroy();
    };
    const cut = () => {
      cuts += 1;
      end();
    };
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on("error", end);
      socket.on("close", () => {
        sockets.delete(socket);
        end();
      });
    }
    client.on("data", (bytes) => {
      up += bytes.length;
      if (up > upBytes) return cut();
      server.write(bytes);
    });
    server.on("data", (bytes) => {
      down += bytes.length;
      if (down > downBytes) return cut();
      client.write(bytes);
    });
  }

  const relayServer: Server = createServer(relay);
  await new Promise<void>((done) => relayServer.listen(0, "127.0.0.1", done));
  return {
    port: (relayServer.address() as AddressInfo).port,
    cuts: () => cuts,
    heal: () => {
      healed = true;
    },
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        relayServer.close(() => done());
      }),
  };
}
