export * from './history.ts'
export * from './models.ts'
export * from './operations.ts'
