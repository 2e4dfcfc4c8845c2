import { CustomFieldValue } from '#contract/custom-field-value.ts'
import { arrayOf, idText, idTexts, instantText, integer, model, oneOfText, optional, string } from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import { anyObject, flag, id, optional as maybe, oneOf, text } from '#contract/parameters.ts'
import { dateOrders, delimiters } from '#importing/choices.ts'
import { mostPreviewed, mostRows, mostTold, mostValues } from '#importing/limits.ts'

const ImportProblem = model(
  'ImportProblem',
  { row: integer(), outcome: oneOfText(['Skipped', 'Failed']), reason: string() },
  { description: 'A row that becomes no task. The header is row 1.' },
)

const ImportPreview = model(
  'ImportPreview',
  {
    row: integer(),
    parentRow: optional(integer()),
    title: string(),
    description: optional(string()),
    customStatusId: optional(idText('CustomStatus')),
    importance: optional(string()),
    startDate: optional(string()),
    dueDate: optional(string()),
    responsibleIds: optional(idTexts('Contact')),
    customFields: optional(arrayOf(CustomFieldValue)),
  },
  { description: 'A row as the task that it would become.' },
)

const ImportKept = model(
  'ImportKept',
  { taskId: idText('Task'), row: integer(), title: string() },
  { description: 'A task that stays, since somebody has changed it after the import.' },
)

const ImportColumn = model(
  'ImportColumn',
  {
    name: string(),
    becomes: optional(string()),
    values: arrayOf(string()),
    valueCount: integer(),
  },
  {
    description: `A column of the file: what it becomes as it was told or by its name, and up to ${mostValues} of the different values in it.`,
  },
)

export const FileImport = model(
  'FileImport',
  {
    id: optional(idText('Import')),
    status: oneOfText(['Preview', 'InProgress', 'Completed', 'Failed', 'Undone']),
    folderId: idText('Folder'),
    attachmentId: optional(idText('Attachment')),
    asyncJobId: optional(idText('AsyncJob')),
    createdDate: optional(instantText()),
    totalRows: integer(),
    created: integer(),
    skipped: integer(),
    failed: integer(),
    problems: arrayOf(ImportProblem),
    preview: optional(arrayOf(ImportPreview)),
    columns: optional(arrayOf(ImportColumn)),
    sheets: optional(arrayOf(string())),
    removed: optional(integer()),
    kept: optional(arrayOf(ImportKept)),
  },
  {
    description: `An import of a file. \`problems\` tells of ${mostTold} rows at most, \`preview\` (of a dry run, which has no id) of the first ${mostPreviewed}; \`columns\` and, of a workbook, \`sheets\` come with it; \`removed\` and \`kept\` (at most ${mostTold}) come when it is undone.`,
  },
)

export const createImport = operation({
  id: 'createImport',
  method: 'POST',
  paths: ['/folders/{folderId}/imports'],
  summary: 'Makes tasks of the rows of a CSV or Excel file, in the background',
  description: `The body is the file, the header X-File-Name its name: CSV in UTF-8 or an Excel workbook (.xlsx), with the names of the columns in its first row; 10 MB and ${mostRows} rows at most. It is attached to the folder. \`mapping\` says what the columns become, by name: \`title\`, \`description\`, \`status\` (its name), \`importance\`, \`startDate\`, \`dueDate\`, \`responsibles\` (email addresses), \`id\` (the row’s own), \`parent\` (\`id\` or title of the row whose subtask it is), or the id of a custom field. Without it, columns count that are called so, or by a usual synonym (\`Summary\`, \`Assignee\`, \`Deadline\`). \`values\` says what the values of a column mean, by its name: \`{"State": {"closed": "Completed"}}\`; an empty text leaves the cell out. Rows that cannot be read become no task; the others do. With \`dryRun\` nothing is written, and no column has to be the title yet. How far it is tells the job \`asyncJobId\`, or getImport.`,
  scopes: writeScopes,
  body: 'binary',
  addition: true,
  kinds: { imports: FileImport },
  parameters: {
    folderId: id('Folder'),
    mapping: maybe(anyObject({ description: 'What each column becomes, by its name' })),
    values: maybe(anyObject({ description: 'What values mean, by the name of their column' })),
    sheet: maybe(text({ maxLength: 100, description: 'Name of the sheet of a workbook; without it the first' })),
    delimiter: maybe(oneOf(delimiters, { description: 'Without it, the sign that is most often in the first row' })),
    dateOrder: maybe(oneOf(dateOrders, { default: 'YMD', description: 'Order of day, month and year in dates' })),
    dryRun: maybe(flag({ description: 'true: tells what would be made, and makes nothing' })),
  },
})

export const getImport = operation({
  id: 'getImport',
  method: 'GET',
  paths: ['/imports/{importId}'],
  summary: 'What became of the rows of a file',
  description: 'Only who started it sees it, for 30 days.',
  scopes: readScopes,
  addition: true,
  kinds: { imports: FileImport },
  parameters: { importId: id('Import') },
})

export const undoImport = operation({
  id: 'undoImport',
  method: 'DELETE',
  paths: ['/imports/{importId}'],
  summary: 'Undoes an import',
  description:
    'Its tasks go to the recycle bin, but for those that somebody has changed since, with the tasks above them: these are named in `kept`. An import that is under way ends. The file stays attached.',
  scopes: writeScopes,
  addition: true,
  kinds: { imports: FileImport },
  parameters: { importId: id('Import'), changedToo: maybe(flag({ description: 'true: changed tasks go too' })) },
})
