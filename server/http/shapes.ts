import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { leaveFiles } from './bodies.ts'

/** A path of the contract as a route has it, and the names of its ids, in order. */
export interface Shape {
  shape: string
  pathNames: string[]
}

/** `/tasks/{taskId}/comments` → `/tasks/:p1/comments`. */
export function shapeOf(path: string): Shape {
  const pathNames = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string)
  let position = 0
  return { shape: path.replace(/\{\w+\}/g, () => `:p${++position}`), pathNames }
}

/** Puts what serves the same shape under one key. */
export function byShape<S extends { paths: readonly string[] }, T>(
  all: readonly S[],
  make: (one: S, pathNames: string[]) => T,
): Map<string, T[]> {
  const shapes = new Map<string, T[]>()
  for (const one of all) {
    for (const path of one.paths) {
      const { shape, pathNames } = shapeOf(path)
      shapes.set(shape, [...(shapes.get(shape) ?? []), make(one, pathNames)])
    }
  }
  return shapes
}

/**
 * Gives each shape a route for all verbs. Where the body may be a file it stays unread until all is judged: credential,
 * limits, scope, plan, rights.
 */
export async function addRoutes<T>(
  app: FastifyInstance,
  shapes: ReadonlyMap<string, T[]>,
  takesFile: (served: T) => boolean,
  serve: (candidates: T[], request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
): Promise<void> {
  const add = (to: FastifyInstance, withFiles: boolean): void => {
    for (const [url, candidates] of shapes) {
      if (candidates.some(takesFile) !== withFiles) continue
      const handler = (request: FastifyRequest, reply: FastifyReply) => serve(candidates, request, reply)
      to.route({ method: ['GET', 'POST', 'PUT', 'DELETE'], url, handler })
    }
  }
  add(app, false)
  await app.register(async (uploads) => {
    leaveFiles(uploads)
    add(uploads, true)
  })
}
