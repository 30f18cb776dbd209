#!/usr/bin/env bash
# The journey of this example with the AWS CLI and curl, against a server that `npm start` or
# `npx gatepool dev --example hello-cdk` has started. It prints the addresses that belong here:
#   POOL=us-east-1_... CLIENT=... API_URL=http://127.0.0.1:4566/_api/... ./journey.sh
# Against AWS itself: the same, with the API's own address, and ENDPOINT set to nothing.
set -euo pipefail
: "${POOL:?the user pool id}" "${CLIENT:?the app client id}" "${API_URL:?the address of the API}"

endpoint=${ENDPOINT-http://127.0.0.1:4566}
if [ -n "$endpoint" ]; then
  # Gatepool takes any credentials in development.
  export AWS_ENDPOINT_URL=$endpoint AWS_DEFAULT_REGION=${AWS_DEFAULT_REGION:-us-east-1}
  export AWS_ACCESS_KEY_ID=${AWS_ACCESS_KEY_ID:-test}
  export AWS_SECRET_ACCESS_KEY=${AWS_SECRET_ACCESS_KEY:-test}
fi
user=ada-$(date +%s)

aws cognito-idp admin-create-user --user-pool-id "$POOL" --username "$user" \
  --temporary-password 'Temp-1234' --message-action SUPPRESS
aws cognito-idp admin-set-user-password --user-pool-id "$POOL" --username "$user" \
  --password 'Right-1234' --permanent
token=$(aws cognito-idp admin-initiate-auth --user-pool-id "$POOL" --client-id "$CLIENT" \
  --auth-flow ADMIN_USER_PASSWORD_AUTH \
  --auth-parameters "USERNAME=$user,PASSWORD=Right-1234" \
  --query AuthenticationResult.IdToken --output text)

echo "With the token:"
curl --silent --show-error --include "$API_URL/api/hello" -H "Authorization: Bearer $token"
printf '\n\nWithout:\n'
curl --silent --show-error --include "$API_URL/api/hello"
echo
