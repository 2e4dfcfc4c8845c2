import type { IntegrationTables } from '../tables.ts'
import type { Category } from './categories.ts'

/** What a listing says. Texts that are not given are empty. */
export interface ListingText {
  /** One line. */
  tagline: string
  /** Paragraphs and lists, in plain text. */
  description: string
  /** Empty until one is chosen. */
  category: Category | ''
  website: string
  /** Where connecting starts, for programs that begin it themselves. */
  connectUrl: string
  /** An address for mail, or a page. */
  support: string
  privacyUrl: string
  /** What the Connect link asks for. */
  scopes: readonly string[]
}

/** A text as its table has it, whatever edition it is. */
export type TextRow = Omit<IntegrationTables['application_listing_text'], 'client_id' | 'edition' | 'name'>

/** Row → text. */
export function textOf(row: TextRow): ListingText {
  const { tagline, description, website, support, scopes } = row
  const category = row.category as ListingText['category']
  return {
    tagline,
    description,
    category,
    website,
    connectUrl: row.connect_url,
    support,
    privacyUrl: row.privacy_url,
    scopes,
  }
}

/** Text → row. */
export function rowOf(text: ListingText): TextRow {
  const { connectUrl, privacyUrl, scopes, ...same } = text
  return { ...same, connect_url: connectUrl, privacy_url: privacyUrl, scopes: [...scopes] }
}

/** Columns of a text. */
export const textColumns = [
  'tagline',
  'description',
  'category',
  'website',
  'connect_url',
  'support',
  'privacy_url',
  'scopes',
] as const
