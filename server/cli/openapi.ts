import { command } from './command.ts'

export const openapi = command({
  name: 'openapi',
  says: 'Prints the OpenAPI 3.1 document of all operations, as JSON.',
  options: {},
  run: async (_given, session) => {
    // Loaded here alone: reading all contracts takes longer than the other commands do.
    const { openapiDocument } = await import('#contract/openapi.ts')
    const { v4 } = await import('#reference/apis.ts')
    session.print(JSON.stringify(openapiDocument(v4, session.settings.publicUrl), null, 2))
  },
})
