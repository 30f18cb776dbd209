import { type ConnectionKeeper, HopConnection, type HopExchange } from "./connection.ts";
import type { Origin } from "./origin.ts";

/** Kept for the next request at most; more serve while there are more requests. */
const idleConnectionsMax = 256;
const connectionsMax = 4096;

/** Four sweeps: shorter than servers keep an idle connection open, which Node does for 5 s. */
const sweepMs = 1000;
const idleSweepsMax = 4;

/** Connections to backends, kept open between requests. */
export class HopPool {
  readonly #origins = new Map<string, OriginPool>();

  /** Sends a request to a backend; the exchange hears what comes of it. */
  send(origin: Origin, exchange: HopExchange): void {
    let pool = this.#origins.get(origin.key);
    if (!pool) {
      pool = new OriginPool(origin);
      this.#origins.set(origin.key, pool);
    }
    pool.send(exchange);
  }

  close(): void {
    for (const pool of this.#origins.values()) pool.close();
    this.#origins.clear();
  }
}

/** The connections to one backend. */
class OriginPool implements ConnectionKeeper {
  readonly #origin: Origin;
  readonly #idle: HopConnection[] = [];
  readonly #all = new Set<HopConnection>();
  /** Counted instead of asking for the time at each request. */
  #sweeps = 0;
  #sweeper: NodeJS.Timeout | undefined;

  constructor(origin: Origin) {
    this.#origin = origin;
  }

  /** Sends a request by a connection that is idle, else by a new one. */
  send(exchange: HopExchange): void {
    this.#sendBy(this.#takeIdle() ?? this.#open(), exchange);
  }

  onIdle(connection: HopConnection): void {
    if (this.#idle.length >= idleConnectionsMax) {
      connection.destroy();
      return;
    }
    connection.idleSince = this.#sweeps;
    this.#idle.push(connection);
    this.#sweeper ??= setInterval(() => this.#sweep(), sweepMs).unref();
  }

  onClosed(connection: HopConnection): void {
    this.#all.delete(connection);
    const index = this.#idle.indexOf(connection);
    if (index >= 0) this.#idle.splice(index, 1);
  }

  onStale(exchange: HopExchange): void {
    // By a new connection: when one has gone stale, those idle for longer have too.
    this.#sendBy(this.#open(), exchange);
  }

  close(): void {
    clearInterval(this.#sweeper);
    for (const connection of this.#all) connection.destroy();
  }

  #sendBy(connection: HopConnection | undefined, exchange: HopExchange): void {
    if (connection) connection.start(exchange);
    else exchange.onFailure({ kind: "unreachable", detail: "too many connections to it are open" });
  }

  #takeIdle(): HopConnection | undefined {
    for (let found = this.#idle.pop(); found; found = this.#idle.pop()) {
      if (!found.closed) return found;
    }
    return undefined;
  }

  /** Ends connections that have been idle for too long, and itself when none is left. */
  #sweep(): void {
    this.#sweeps++;
    for (const connection of this.#idle.slice()) {
      if (this.#sweeps - connection.idleSince > idleSweepsMax) connection.destroy();
    }
    if (this.#idle.length > 0) return;
    clearInterval(this.#sweeper);
    this.#sweeper = undefined;
  }

  #open(): HopConnection | undefined {
    if (this.#all.size >= connectionsMax) return undefined;
    const connection = new HopConnection(this.#origin, this);
    this.#all.add(connection);
    return connection;
  }
}
