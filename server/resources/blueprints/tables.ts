/** Folders and tasks that are blueprints: who sees the space sees them. `root_id` is the item they were made with. */
export interface BlueprintTables {
  folder_blueprint: { account_id: number; folder_id: number; space_id: number; root_id: number }
  task_blueprint: { account_id: number; task_id: number; space_id: number; root_id: number }
}
