export * from './copying.ts'
export * from './history.ts'
export * from './models.ts'
export * from './operations.ts'
