import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  type CreateImportInput,
  createCustomField,
  createImport,
  type FileImport,
  getImport,
  type ImportColumn,
  queryCustomFields,
  queryTasks,
  undoImport,
} from '@taskwright/sdk'
import { api, useChange } from '../../data/api.ts'
import { asInput, type ImportChoices, isNew, type NewField, newField } from './choices.ts'

/** What would be made of a file, if it is read so. */
export function usePreview(
  folderId: string,
  file: File | undefined,
  reading: Omit<CreateImportInput, 'folderId'> | undefined,
) {
  return useQuery({
    queryKey: [createImport.id, 'preview', folderId, file?.name, file?.size, file?.lastModified, reading],
    queryFn: async ({ signal }) => {
      const input = { folderId, dryRun: true, ...reading }
      const content = file as File
      const { data } = await api.upload(createImport, input, { name: content.name, content }, { signal })
      return data[0] as FileImport
    },
    enabled: file !== undefined && reading !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
}

/** Makes the new fields, then brings the file in; gives the import, which goes on by itself. */
export function useStart() {
  const memory = useQueryClient()
  return useMutation({
    mutationFn: async (order: {
      folderId: string
      file: File
      choices: ImportChoices
      columns: readonly ImportColumn[]
    }) => {
      const { folderId, file, choices, columns } = order
      const made: Record<string, string> = {}
      for (const column of columns) {
        const becomes = choices.becomes[column.name] ?? ''
        if (!isNew(becomes)) continue
        const { data } = await api.call(createCustomField, newField(column, becomes.slice(4) as NewField))
        made[column.name] = data[0]?.id ?? ''
      }
      const input = { folderId, ...asInput(choices, made) }
      const { data } = await api.upload(createImport, input, { name: file.name, content: file })
      return data[0] as FileImport
    },
    onSettled: () => memory.invalidateQueries({ queryKey: [queryCustomFields.id] }),
  })
}

/** How far an import is: asked for each second until it is done. */
export function useImport(importId: string) {
  return useQuery({
    queryKey: [getImport.id, importId],
    queryFn: async ({ signal }) => (await api.call(getImport, { importId }, { signal })).data[0] as FileImport,
    refetchInterval: ({ state }) => (state.data?.status === 'InProgress' ? 1000 : false),
  })
}

export const useUndoImport = () => useChange(undoImport, [queryTasks])
