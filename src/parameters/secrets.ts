import type { Keyring } from "../storage/keyring.ts";
import type { ParameterRecord } from "./domain/parameter.ts";

type Place = Pick<ParameterRecord, "account" | "region" | "name" | "version">;

/** Values of the type SecureString, which are sealed at rest. */
export interface ParameterSecrets {
  seal(value: string, place: Place): string;
  open(sealed: string, place: Place): string;
}

/** Every version of a parameter is sealed for itself, so that none can stand in for another. */
export function createSecrets(keyring: Keyring): ParameterSecrets {
  return {
    seal: (value, place) => keyring.seal(value, contextOf(place)),
    open: (sealed, place) => keyring.open(sealed, contextOf(place)).toString("utf8"),
  };
}

function contextOf({ account, region, name, version }: Place): string {
  return `parameters/${account}/${region}/${name}:${version}`;
}
