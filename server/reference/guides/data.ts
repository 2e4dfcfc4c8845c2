import type { Guide } from './guide.ts'

/** Whose data it is, how it gets out, how it goes away. */
export const data: Guide = {
  name: 'data',
  title: 'Whose data it is',
  question: 'Whose data is it?',
  says: 'Yours: it lies on this server, you can take all of it with you, and what you delete is gone.',
  blocks: ({ bucket, recycleBinDays }) => [
    `What people and programs put here is kept in the database of this server${bucket ? ', and files in a bucket that its owner chose' : ' and in a folder beside it'}. Nothing of it goes elsewhere, but to what its users connect themselves: programs they allow, webhooks they set up, files they link.`,
    { heading: 'What a program sees' },
    'A token acts for a person. It sees what is shared with that person and no more; a scope can make that less, never more. People see and end what they allowed in their [profile](/profile).',
    { heading: 'Taking it along' },
    {
      list: [
        'Everything is readable over the API: there is nothing that only the pages know.',
        'Admins get all data of an account as tables in CSV, as of one moment: [refreshDataExport](/developers/v4/refreshDataExport) and [getDataExport](/developers/v4/getDataExport). It needs the scope `dataExportFull`, which a person has to allow.',
        'The owner of the server has the database itself.',
      ],
    },
    { heading: 'Deleting it' },
    {
      list: [
        `Tasks and folders that are deleted lie in the recycle bin for ${recycleBinDays} days, where they can be restored, and are then erased with all that belongs to them. Comments, time logs and dependencies have no bin.`,
        'A deleted application takes its tokens and webhooks with it.',
        'What a program keeps of its own on tasks, folders and people (`metadata`) is seen by that application alone.',
      ],
    },
    'What your program has copied is in your hands: tell people what you keep, and delete it when they ask.',
  ],
}
