import { importJob } from '#importing/import-job.ts'
import { announcementJob } from '#mailing/announcement-job.ts'
import { dailyNotifications } from '#notifying/daily-job.ts'
import { noticeJob } from '#releases/notice-job.ts'
import { batchJob } from '#resources/batch/batch-job.ts'
import { dailyDataExports, dataExportJob } from '#resources/data-export/job.ts'
import { launchFolderBlueprintJob } from '#resources/folder-blueprints/launch-job.ts'
import { copyFolderJob } from '#resources/folders/copy-folder-job.ts'
import { launchTaskBlueprintJob } from '#resources/task-blueprints/launch-job.ts'
import type { Job } from './job.ts'
import { maintenance } from './maintenance.ts'

/** All jobs of the server. */
export const jobs: readonly Job[] = [
  maintenance,
  batchJob,
  copyFolderJob,
  launchFolderBlueprintJob,
  launchTaskBlueprintJob,
  importJob,
  dataExportJob,
  dailyDataExports,
  noticeJob,
  announcementJob,
  dailyNotifications,
]
