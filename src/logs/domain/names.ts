/** Whether a text can name a group. AWS: CreateLogGroup. */
export function isGroupName(name: string): boolean {
  return /^[.\-_/#A-Za-z0-9]{1,512}$/.test(name);
}

/** Whether a text can name a stream. AWS: CreateLogStream. */
export function isStreamName(name: string): boolean {
  return /^[^:*]{1,512}$/.test(name);
}
