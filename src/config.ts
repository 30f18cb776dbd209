/** Every setting of a server: what it means, and what it is when nobody says. */
export interface Settings {
  /** Address to listen on. Anything but loopback opens the server to the network. */
  readonly host: string;
  /** Port to listen on; 0 takes a free one. */
  readonly port: number;
  /** Folder for the embedded database, the master key, function code and logs. */
  readonly dataDir: string;
  /** `postgres://…` to keep records in PostgreSQL instead of the data folder. */
  readonly databaseUrl?: string;
  /** Region of calls that name none. */
  readonly region: string;
  /** Account of calls whose access key names none. */
  readonly account: string;
  /** Domain under which hosts are made besides AWS's own names. */
  readonly baseDomain: string;
  /** Issuer of tokens: `aws` spells it as AWS does; a URL is this server's public address. */
  readonly issuer: "aws" | URL;
  /** One's own certificates for HTTPS; the local authority vouches for other names. */
  readonly certificates: readonly KeyAndCertificate[];
  /** Further host names to answer to. `*` answers to all. */
  readonly allowedHosts: readonly string[];
  /** Origins of web pages that may call signed operations and `/_gatepool/`. */
  readonly allowedOrigins: readonly string[];
  /** Access keys whose signatures are verified; when there are none, any signature passes. */
  readonly credentials: readonly AccessKey[];
  /** How many decisions `gatepool why` can look back on. */
  readonly traceCapacity: number;
  /** Whether answers carry `x-gatepool-trace`, and other help that production leaves out. */
  readonly development: boolean;
  /** `debug`, `info`, `warn`, `error` or `silent`. */
  readonly logLevel: LogLevel;
}

export type LogLevel = "debug" | "info" | "warn" | "error" | "silent";

/** A certificate, with the chain above it where there is one, and its private key: in PEM. */
export interface KeyAndCertificate {
  readonly key: string;
  readonly cert: string;
}

export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Twelve digits. */
  readonly account: string;
}

/** What `gatepool dev` runs with. */
export const developmentDefaults: Settings = {
  host: "127.0.0.1",
  port: 4566,
  dataDir: ".gatepool",
  region: "us-east-1",
  account: "000000000000",
  baseDomain: "localhost",
  issuer: "aws",
  certificates: [],
  allowedHosts: [],
  allowedOrigins: [],
  credentials: [],
  traceCapacity: 1000,
  development: true,
  logLevel: "warn",
};
