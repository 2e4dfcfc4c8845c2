import type { FastifyInstance } from 'fastify'
import { publicUrl } from './public-url.ts'

/** Letters on a coloured ground: all an avatar shows, so that its address tells nothing else of anybody. */
export const avatarUrl = (color: string, letters: string): string =>
  `${publicUrl()}/avatars/${color.replace('#', '').toUpperCase()}/${encodeURIComponent(initials(letters, 2) || '-')}.svg`

/** The first signs of a name; one that takes two code units is never cut in half. */
export const initials = (name: string, count = 1): string => [...name].slice(0, count).join('')

/** Colours of people, chosen by number. */
const colors = ['BA68C8', '64B5F6', 'F06292', 'E57373', '4DD0E1', '7986CB', '81C784', 'FBC02D', 'FF9800', '00897B']
export const colorOf = (number: number): string => colors[Math.abs(number) % colors.length] as string

/** Serves avatars as small pictures. */
export async function avatarRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Params: { color: string; file: string } }>('/avatars/:color/:file', async (request, reply) => {
    const color = /^[0-9A-F]{6}$/.exec(request.params.color)?.[0]
    const letters = /^(.{1,4})\.svg$/u.exec(request.params.file)?.[1]
    if (!color || !letters) return reply.code(404).send()
    return reply
      .type('image/svg+xml')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(picture(color, letters))
  })
}

const picture = (color: string, letters: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img"><rect width="64" height="64" rx="32" fill="#${color}"/>` +
  `<text x="32" y="33" fill="#fff" font-family="sans-serif" font-size="26" text-anchor="middle" dominant-baseline="central">${escaped(letters)}</text></svg>`

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
