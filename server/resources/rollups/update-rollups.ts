import type { Caller } from '#access/caller.ts'
import { invalidParameter } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import type { Input } from '#contract/operation.ts'
import { change, changedBy, type EventRecord } from '#events/change.ts'
import { permitFieldsOf } from '../cascading-fields/access.ts'
import { cascadesFrom } from '../cascading-fields/queries.ts'
import { readNamedField } from '../custom-fields/named-field.ts'
import * as contract from './contract.ts'
import { rollupsChanged } from './events.ts'
import { keepRollups } from './keep.ts'
import { presentRollups } from './presenter.ts'
import type { Aggregation } from './tables.ts'

/**
 * Makes fields of a folder or task follow what is below, or ends it, for those who may edit it.
 *
 * @throws {Refused} `invalid_parameter` for a field that holds no numbers, one that cascades from there, and one named twice.
 */
export const updateRollups: Handler<typeof contract.updateRollups> = async ({ caller, input }) => {
  const may = await permitFieldsOf(caller, input)
  const on = may.on as 'folder' | 'task'
  const wanted = await Promise.all(input.rollups.map((entry) => readRollup(caller, entry)))
  const names = wanted.map((one) => `${one.custom_field_id} ${one.system_field}`)
  if (new Set(names).size < names.length) throw invalidParameter("Parameter 'rollups' names a field twice")
  const flowing = (await cascadesFrom(caller, [may.id])).map((row) => `${row.custom_field_id} ${row.system_field}`)
  if (wanted.some((one, at) => one.enabled && flowing.includes(names[at] as string)))
    throw invalidParameter('A field that flows down from here cannot be made of what is below')
  return change(caller, async (rows, inside) => {
    for (const { enabled, aggregation, ...field } of wanted) {
      await rows.delete('rollup_field', may, { item_id: may.id, ...field })
      if (enabled) await rows.insert('rollup_field', may, { item_id: may.id, item_type: on, ...field, aggregation })
    }
    const kept: EventRecord[] = await keepRollups(inside, [may.id])
    return changedBy({ data: await presentRollups(inside, on, [may.id]) }, [rollupsChanged(on, may.id), ...kept])
  })
}

const ofNumbers = ['Numeric', 'Currency', 'Percentage', 'Duration']

async function readRollup(caller: Caller, entry: Input<typeof contract.updateRollups>['rollups'][number]) {
  const { custom, ...field } = await readNamedField(caller, 'rollups', entry.fieldId, contract.rollupSystemNames)
  const enabled = entry.enabled ?? true
  if (custom) {
    if (!ofNumbers.includes(custom.type)) throw invalidParameter(`The custom field '${custom.title}' holds no numbers`)
    const own = custom.settings.aggregation === 'Average' ? 'Average' : 'Sum'
    return { ...field, enabled, aggregation: entry.aggregation ?? (own as Aggregation) }
  }
  const aggregation: Aggregation = contract.rollupSystemFields[field.system_field as contract.RollupSystemField]
  if (entry.aggregation !== undefined && entry.aggregation !== aggregation)
    throw invalidParameter(`The field '${field.system_field}' rolls up as ${aggregation} only`)
  return { ...field, enabled, aggregation }
}
