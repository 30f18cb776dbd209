import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { getCACertificates } from "node:tls";
import { Failure } from "../failure.ts";

/** The variables by which programs find the authorities that they trust. */
const bundleVariables = [
  "AWS_CA_BUNDLE",
  "REQUESTS_CA_BUNDLE",
  "CURL_CA_BUNDLE",
  "SSL_CERT_FILE",
  "NODE_EXTRA_CA_CERTS",
] as const;

/**
 * The authorities that programs shall trust, in PEM, by the variable that names them: the server's,
 * the system's, those that Node.js brings along, and what the user's own variable points at.
 *
 * @param authority the certificate of the server's authority, in PEM
 * @throws Failure naming the variable whose file cannot be read
 */
export function bundlesFor(authority: string, user: NodeJS.ProcessEnv): Map<string, string> {
  const usual = [...getCACertificates("system"), ...getCACertificates("bundled")];
  return new Map(
    bundleVariables.map((variable) => {
      const own = user[variable] ? readOwn(variable, user[variable]) : [];
      // Node.js adds them to what it trusts anyway, and reads them at each start: few is fast.
      const others = variable === "NODE_EXTRA_CA_CERTS" ? own : [...usual, ...own];
      const all = new Set([authority, ...others].map((text) => text.trim()));
      return [variable, `${[...all].join("\n")}\n`];
    }),
  );
}

/** Some programs take a folder of certificates as well. */
function readOwn(variable: string, path: string): string[] {
  try {
    const isFolder = statSync(path).isDirectory();
    const files = isFolder ? filesIn(path) : [path];
    return files.flatMap((file) => certificatesIn(readFileSync(file, "utf8")));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Failure(`${variable} names authorities that cannot be read: ${why}`, { cause });
  }
}

function certificatesIn(text: string): string[] {
  return (
    text.match(/-----BEGIN (TRUSTED )?CERTIFICATE-----[^-]+-----END \1?CERTIFICATE-----/g) ?? []
  );
}

/** Links may lead nowhere, as they do when a package with certificates was removed. */
function filesIn(folder: string): string[] {
  const paths = readdirSync(folder).map((name) => join(folder, name));
  return paths.filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}
