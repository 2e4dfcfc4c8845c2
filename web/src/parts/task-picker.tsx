import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { queryTasks, type Task } from '@taskwright/sdk'
import { type ReactNode, useDeferredValue, useState } from 'react'
import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  Input,
  ListBox,
  ListBoxItem,
  SearchField,
} from 'react-aria-components'
import { api } from '../data/api.ts'
import { usePlaces } from '../data/folders.ts'
import { words } from '../language/words.ts'
import { Over } from './over.tsx'
import './menu.css'
import './picker.css'

const t = words('task-picker', {
  search: 'Title of the task',
  begin: 'Type a part of its title.',
  none: 'No task of this title.',
})

interface TaskPickerProps {
  label: string
  /** Ids of tasks that are not offered. */
  without: readonly string[]
  onChoose: (task: Task) => void
  children: ReactNode
  /** The name of the button, unless its content says it. */
  name?: string
}

/** A button that opens a search for a task of the account; the server finds it by its title. */
export function TaskPicker({ label, name, without, onChoose, children }: TaskPickerProps) {
  return (
    <DialogTrigger>
      <Button className="plain" {...(name && { 'aria-label': name })}>
        {children}
      </Button>
      <Over className="popover picker">
        <Dialog aria-label={label}>
          {({ close }) => (
            <Found
              label={label}
              without={without}
              onChoose={(task) => {
                onChoose(task)
                close()
              }}
            />
          )}
        </Dialog>
      </Over>
    </DialogTrigger>
  )
}

const most = 20

function Found({ label, without, onChoose }: Pick<TaskPickerProps, 'label' | 'without' | 'onChoose'>) {
  const [typed, setTyped] = useState('')
  const title = useDeferredValue(typed.trim())
  const places = usePlaces()
  const found = useQuery({
    queryKey: [queryTasks.id, 'picker', title],
    queryFn: async ({ signal }) =>
      (await api.call(queryTasks, { title, limit: most, subTasks: true, fields: ['parentIds'] }, { signal })).data,
    enabled: title !== '',
    placeholderData: keepPreviousData,
  })
  const tasks = title === '' ? [] : (found.data ?? []).filter(({ id }) => !without.includes(id))
  const placeOf = ({ parentIds = [] }: Task) => parentIds.flatMap((id) => places?.byId.get(id)?.title ?? [])[0]
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label={t.search} autoFocus>
        <Input placeholder={t.search} />
      </SearchField>
      <ListBox
        aria-label={label}
        className="choices"
        items={tasks}
        onAction={(key) => {
          const task = tasks.find(({ id }) => id === key)
          if (task) onChoose(task)
        }}
        renderEmptyState={() => <p className="quiet">{title === '' || found.isFetching ? t.begin : t.none}</p>}
      >
        {(task) => (
          <ListBoxItem id={task.id} textValue={task.title} className="menu-item">
            <span>{task.title}</span>
            <span className="quiet">{placeOf(task)}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  )
}
