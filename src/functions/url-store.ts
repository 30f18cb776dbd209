import type { Tenant } from "../foundation/arn.ts";
import { type Collection, put, type Records, remove, type Write } from "../storage/records.ts";
import type { LatestRecord } from "./domain/record.ts";

/** Which function a URL leads to; its settings are kept with the function. */
export interface UrlPlace {
  readonly urlId: string;
  readonly tenant: Tenant;
  readonly name: string;
  /** An alias, or `$LATEST`. */
  readonly qualifier: string;
}

const urls: Collection<UrlPlace> = {
  name: "functions/urls",
  key: ({ urlId }) => [urlId],
};

/** Finds functions by their URLs. */
export class UrlStore {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  async get(urlId: string): Promise<UrlPlace | undefined> {
    return (await this.#records.get(urls, [urlId]))?.value;
  }
}

/** What makes a function be found by the URLs that it has, and no longer by those it had. */
export function urlWrites(before: LatestRecord, after?: LatestRecord): Write[] {
  const had = new Map(placesOf(before).map((place) => [place.urlId, place]));
  const has = new Map(after && placesOf(after).map((place) => [place.urlId, place]));
  return [
    ...[...had.keys()].filter((urlId) => !has.has(urlId)).map((urlId) => remove(urls, [urlId])),
    ...[...has.values()]
      .filter(({ urlId }) => !had.has(urlId))
      .map((place) => put(urls, place, { condition: "absent" })),
  ];
}

function placesOf({ tenant, name, urls: settings = {} }: LatestRecord): UrlPlace[] {
  return Object.entries(settings).map(([qualifier, { urlId }]) => {
    return { urlId, tenant, name, qualifier };
  });
}
