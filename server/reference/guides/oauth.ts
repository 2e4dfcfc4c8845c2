import type { Guide } from './guide.ts'

/** OAuth 2.0 as it is here. */
export const oauth: Guide = {
  name: 'oauth',
  title: 'OAuth 2.0',
  question: 'How does OAuth work?',
  says: 'A person allows your program in the browser; the program gets a code and exchanges it for tokens.',
  blocks: ({ publicUrl, accessTokenTtl }) => [
    'Libraries find everything at `/.well-known/oauth-authorization-server`. By hand it is three steps.',
    { heading: '1. Ask the person' },
    'Open this address in their browser. These two parameters are enough if the application has one redirect URI:',
    { what: 'the link', code: `${publicUrl}/oauth2/authorize/v4?response_type=code&client_id=ID` },
    {
      list: [
        '`redirect_uri`: one of those that are registered, exactly. Needed when there are several. They begin with `https://`; on your own machine `http://localhost` with any port will do.',
        '`scope`: [scopes](/developers/scopes), separated by commas or blanks; `Default` if left out.',
        '`state`: comes back unchanged. Put something unguessable in and compare it, so that nobody else can finish what your user began.',
        '`code_challenge` and `code_challenge_method=S256`: PKCE. Applications without a secret have to use it, and all others should.',
      ],
    },
    'The person signs in, chooses an account and allows. The browser comes back to the redirect URI with `code`, or with `error=access_denied`.',
    { heading: '2. Exchange the code' },
    'Within ten minutes, and once:',
    {
      what: 'the exchange',
      code: `curl ${publicUrl}/oauth2/token -d grant_type=authorization_code \\
  -d client_id=ID -d client_secret=SECRET -d code=CODE`,
    },
    'Send `redirect_uri` again if the request had it, and `code_verifier` with PKCE. The answer:',
    {
      what: 'the answer',
      code: `{"access_token": "…", "refresh_token": "…", "token_type": "bearer",
 "expires_in": ${accessTokenTtl}, "scope": "Default", "host": "${new URL(publicUrl).host}"}`,
    },
    'Call the API at `https://HOST/api/v4` with `HOST` from the answer, and the token in the header `Authorization: bearer TOKEN`. The parameter `access_token` works too, but addresses end up in logs: better not.',
    { heading: '3. Refresh' },
    `An access token lives ${minutes(accessTokenTtl)}. Then, or when a call answers 401:`,
    {
      what: 'the refresh',
      code: `curl ${publicUrl}/oauth2/token -d grant_type=refresh_token \\
  -d client_id=ID -d client_secret=SECRET -d refresh_token=TOKEN`,
    },
    'Every refresh gives a new refresh token and ends the old one: store the new one before you use it, and refresh in one place only. If two refresh at once, one of them gets `invalid_grant` and can go on with what the other stored. A refresh token that is used again more than a minute later counts as stolen, and all tokens of that consent end. A refresh token has no last day.',
    { heading: 'Devices without a browser' },
    `A program in a terminal or on a screen without a keyboard asks \`${publicUrl}/oauth2/device_authorization\` with its \`client_id\` for a code, shows it, and the person types it in at [/device](/device) on any other machine within 15 minutes. Meanwhile the program asks \`/oauth2/token\` with \`grant_type=urn:ietf:params:oauth:grant-type:device_code\` and \`device_code\` every five seconds.`,
    { heading: 'Ending it' },
    '`POST /oauth2/revoke` with `token` ends a token; a refresh token takes its whole consent along. People do the same in their [profile](/profile). It holds at once, in all processes of the server.',
    'There are no other flows: a token always acts for a person, so there are no client credentials without one. For those see [programs without a person](/developers/guides/background).',
  ],
}

const minutes = (seconds: number): string =>
  seconds % 3600 === 0
    ? `${seconds / 3600} hour${seconds === 3600 ? '' : 's'}`
    : seconds % 60 === 0
      ? `${seconds / 60} minutes`
      : `${seconds} seconds`
