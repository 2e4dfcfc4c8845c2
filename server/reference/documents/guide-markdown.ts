import type { Settings } from '#settings.ts'
import type { Block, Guide } from '../guides/guide.ts'

/** A guide for machines that read. */
export const guideMarkdown = ({ title, says, blocks }: Guide, settings: Settings): string =>
  [`# ${title}`, says, ...blocks(settings).map(blockMarkdown)].join('\n\n')

function blockMarkdown(block: Block): string {
  if (typeof block === 'string') return block
  if ('heading' in block) return `## ${block.heading}`
  if ('list' in block) return block.list.map((item) => `- ${item}`).join('\n')
  return `\`\`\`\n${block.code}\n\`\`\``
}
