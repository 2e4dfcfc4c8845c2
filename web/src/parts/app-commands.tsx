import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { usePlaces } from '../data/folders.ts'
import { useMakesSpaces } from '../data/me.ts'
import { accounts, changeAccount } from '../data/session.ts'
import { changeTheme, type Theme } from '../data/theme.ts'
import { words } from '../language/words.ts'
import { type Command, useCommandKeys, useCommands } from './commands.ts'
import { NewPlace } from './new-place.tsx'
import { NewTaskDialog } from './new-task-dialog.tsx'
import { Shortcuts } from './shortcuts.tsx'

const t = words('app-commands', {
  newTask: 'New task',
  newFolder: 'New folder',
  newProject: 'New project',
  newSpace: 'New space',
  start: 'Go to your work',
  search: 'Search',
  all: 'Go to everything you see',
  shortcuts: 'Keyboard shortcuts',
  light: 'Light colours',
  dark: 'Dark colours',
  system: 'Colours as the device has them',
  theme: 'theme appearance mode',
  profile: 'Go to your profile',
  profileAlso: 'password account language sign out',
  applications: 'Go to applications',
  developers: 'Go to the pages for developers',
  account: ({ name }: { name: string }) => `Work in the account ${name}`,
})

/** What can be done from everywhere. */
export function AppCommands() {
  const [opened, setOpened] = useState<'task' | 'folder' | 'project' | 'space' | 'shortcuts'>()
  const navigate = useNavigate()
  const { folderId } = useParams({ strict: false })
  const makesSpaces = useMakesSpaces()
  const here = usePlaces()?.byId.get(folderId ?? '')
  const leave = (address: string) => () => location.assign(address)
  const themes: Theme[] = ['light', 'dark', 'system']
  const commands: Command[] = [
    { id: 'new-task', title: t.newTask, icon: 'task', keys: 'n', run: () => setOpened('task') },
    ...(here
      ? [
          { id: 'new-folder', title: t.newFolder, icon: 'folder' as const, run: () => setOpened('folder') },
          { id: 'new-project', title: t.newProject, icon: 'project' as const, run: () => setOpened('project') },
        ]
      : []),
    ...(makesSpaces
      ? [{ id: 'new-space', title: t.newSpace, icon: 'space' as const, run: () => setOpened('space') }]
      : []),
    { id: 'start', title: t.start, icon: 'home', keys: 'g h', run: () => void navigate({ to: '/' }) },
    { id: 'search-page', title: t.search, icon: 'search', keys: '/', run: () => void navigate({ to: '/search' }) },
    { id: 'all', title: t.all, icon: 'list', keys: 'g a', run: () => void navigate({ to: '/all' }) },
    { id: 'shortcuts', title: t.shortcuts, icon: 'menu', keys: '?', run: () => setOpened('shortcuts') },
    ...themes.map(
      (theme): Command => ({
        id: `theme-${theme}`,
        title: t[theme],
        also: t.theme,
        icon: 'settings',
        run: () => changeTheme(theme),
      }),
    ),
    { id: 'profile', title: t.profile, also: t.profileAlso, icon: 'person', run: leave('/profile') },
    { id: 'applications', title: t.applications, icon: 'settings', run: leave('/applications') },
    { id: 'developers', title: t.developers, icon: 'settings', run: leave('/developers') },
    ...(accounts.length > 1
      ? accounts.map(
          ({ id, name }): Command => ({
            id: `account-${id}`,
            title: t.account({ name }),
            icon: 'group',
            run: () => changeAccount(id),
          }),
        )
      : []),
  ]
  useCommands(commands)
  useCommandKeys()
  const close = () => setOpened(undefined)
  switch (opened) {
    case undefined:
      return null
    case 'task':
      return <NewTaskDialog folderId={here?.id} onClose={close} />
    case 'shortcuts':
      return <Shortcuts onClose={close} />
    default:
      return <NewPlace kind={opened} {...(here && { inside: here.id })} onClose={close} />
  }
}
