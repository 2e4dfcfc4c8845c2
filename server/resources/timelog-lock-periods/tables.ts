export interface TimelogLockTables {
  /** A period whose time is closed, below a folder, project or space. Periods of one folder never touch one another. */
  timelog_lock: {
    account_id: number
    folder_id: number
    /** yyyy-MM-dd, both days inside. */
    start_date: string
    end_date: string
  }
}
