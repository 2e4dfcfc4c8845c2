/** Bytes of a file. */
export const largestFile = 10 * 1024 * 1024
/** Rows of a file, below the header. */
export const mostRows = 10_000
/** Signs of one row. */
export const longestRow = 100_000
/** Rows that an answer tells of: those that were not made, and those of a preview. */
export const mostTold = 100
export const mostPreviewed = 20
/** Bytes that a workbook unpacks to. */
export const largestUnpacked = 100 * 1024 * 1024
/** How long reading a workbook may take. */
export const slowestExcelMs = 20_000
/** Values of a column that are told of, and signs of each. */
export const mostValues = 40
export const longestSample = 1000
