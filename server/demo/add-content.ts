import { createServer } from '#http/server.ts'
import { assembleServices, type Services } from '#http/services.ts'
import { projects, spaceTitle } from './content.ts'

type Parameters = Record<string, unknown>
interface Made {
  id: string
  title: string
}

/** Fills the demo account through the API, as any program would. What a killed start left half is removed first. */
export async function addContent(services: Services, token: string): Promise<void> {
  // A server of its own, which listens nowhere: the content is more than the rate limit of a minute, and a machine that is
  // slow at its first start must not be turned away.
  const { store, log } = services
  const settings = { ...services.settings, rateLimitPerMinute: 0, longestDelayMs: 0 }
  const app = await createServer(await assembleServices({ settings, store, log }))
  const call = async (method: 'GET' | 'POST' | 'DELETE', path: string, parameters?: Parameters): Promise<Made[]> => {
    const { statusCode, body } = await app.inject({
      method,
      url: `/api/v4${path}`,
      headers: { authorization: `bearer ${token}` },
      ...(parameters && { payload: parameters }),
    })
    if (statusCode !== 200) throw new Error(`${method} ${path} answered ${statusCode} ${body}`)
    return JSON.parse(body).data
  }
  const make = async (path: string, parameters: Parameters): Promise<Made> =>
    (await call('POST', path, parameters))[0] as Made

  try {
    const spaces = await call('GET', '/spaces')
    for (const half of spaces.filter((space) => space.title === spaceTitle)) await call('DELETE', `/spaces/${half.id}`)
    const space = await make('/spaces', { accessType: 'Public', title: spaceTitle })
    for (const project of projects(new Date())) {
      const { id: projectId } = await make(`/folders/${space.id}/folders`, {
        title: project.title,
        project: project.dates,
      })
      const made = new Map<string, string>()
      for (const { after, comment, ...task } of project.tasks) {
        const { id, title } = await make(`/folders/${projectId}/tasks`, task)
        made.set(title, id)
        if (comment) await make(`/tasks/${id}/comments`, { text: comment })
        if (after) {
          const predecessorId = made.get(after)
          await make(`/tasks/${id}/dependencies`, { predecessorId, relationType: 'FinishToStart' })
        }
      }
    }
  } finally {
    await app.close()
  }
}
