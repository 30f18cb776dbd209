/** What an AWS client needs to find a development server. */
export function serviceSettings(endpoint: string) {
  const credentials = { accessKeyId: "000000000000", secretAccessKey: "bench" };
  return { endpoint, region: "us-east-1", credentials };
}
