#!/bin/sh
# What people do with this stack once it is deployed, as they do it on AWS:
#   npx gatepool exec -- sh journey.sh
set -eu
stack=${STACK:-HttpApiGatewayJwtCognitoStack}
user=ada-$(date +%s)

output() {
  aws cloudformation describe-stacks --stack-name "$stack" --output text \
    --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue"
}
POOL=$(output UserPoolId)
CLIENT=$(output UserPoolClientId)
API_URL=$(output ApiUrl)

aws cognito-idp admin-create-user --user-pool-id "$POOL" --username "$user" \
  --temporary-password 'Temp-1234' --message-action SUPPRESS
aws cognito-idp admin-set-user-password --user-pool-id "$POOL" --username "$user" \
  --password 'Right-1234' --permanent
ID_TOKEN=$(aws cognito-idp admin-initiate-auth --user-pool-id "$POOL" --client-id "$CLIENT" \
  --auth-flow ADMIN_USER_PASSWORD_AUTH \
  --auth-parameters "USERNAME=$user,PASSWORD=Right-1234" \
  --query AuthenticationResult.IdToken --output text)

# What each answers, and its status.
curl -sS -w ' %{http_code}\n' "$API_URL/api/hello" -H "Authorization: Bearer $ID_TOKEN"
curl -sS -w ' %{http_code}\n' "$API_URL/api/hello"
