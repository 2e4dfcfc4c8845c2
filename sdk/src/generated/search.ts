// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

/** A task, folder, project or space in which the words are. `title` and `snippet` are plain text; `parentIds` are the folders that it is in and that the caller sees. */
export interface SearchHit {
  kind: 'Space' | 'Project' | 'Folder' | 'Task'
  taskId?: string
  folderId?: string
  title: string
  customStatusId?: string
  titleMarks: MarkedText[]
  foundIn: 'Title' | 'Description' | 'Comment' | 'Attachment'
  snippet?: string
  snippetMarks?: MarkedText[]
  commentId?: string
  attachmentId?: string
  parentIds: string[]
  authorId: string
  updatedDate: string
}

/** A piece of the text that was looked for, by its characters (UTF-16); the end is outside. */
export interface MarkedText {
  start: number
  end: number
}

/** What {@link search} takes. */
export interface SearchInput {
  folderId?: string
  /** The words */
  text: string
  /** Only these */
  kinds?: ('Space' | 'Project' | 'Folder' | 'Task')[]
  /** Who made the task or folder */
  authors?: string[]
  responsibles?: string[]
  /** true: tasks that nobody is assigned to; beside `responsibles`, both */
  unassigned?: boolean
  status?: ('Active' | 'Completed' | 'Deferred' | 'Cancelled')[]
  customStatuses?: string[]
  dueDate?: {
    start?: string
    equal?: string
    end?: string
  }
  startDate?: {
    start?: string
    equal?: string
    end?: string
  }
  createdDate?: {
    start?: string
    end?: string
  }
  updatedDate?: {
    start?: string
    end?: string
  }
  completedDate?: {
    start?: string
    end?: string
  }
  pageSize?: number
  /** The page after the one that gave this token. */
  nextPageToken?: string
}

/** Finds words in what the caller sees. In titles, descriptions, comments and names of files; of a folder with all below it. All words have to be in one text; the last may be the beginning of one. `"two words"` have to follow one another, `-word` must not be there. The best come first: words in titles before others, newer before older; 1000 at most. Of words that very many texts have, the newest are looked through. The recycle bin is left out. A search by what only tasks have (`responsibles`, `status`, `dueDate` …) finds no folders. */
export const search = /* @__PURE__ */ operation<SearchInput, SearchHit>({
  id: 'search',
  method: 'GET',
  paths: ['/search', '/folders/{folderId}/search'],
  pageToken: 'nextPageToken',
})
