/**
 * The credentials that the variables of AWS's tools hold. Development servers take any, so there
 * are some even where nobody has set any; to them a key of twelve digits names the account.
 */
export function credentialsOf(env: NodeJS.ProcessEnv, account = "test") {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = env;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
    return { accessKeyId: account, secretAccessKey: "test" };
  }
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
  };
}
