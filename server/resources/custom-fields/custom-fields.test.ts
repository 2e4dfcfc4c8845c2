import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import type { Person } from '#testing/people.ts'
import { recordedBy } from '#testing/recorded.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const create = (more: Record<string, unknown> = {}, who: Person = world.anna) =>
  who.post('/customfields', { title: 'Depth', type: 'Text', ...more })
const created = async (more: Record<string, unknown> = {}): Promise<Data> => (await create(more)).body.data[0]
const change = (field: Data, more: Record<string, unknown>, who: Person = world.anna) =>
  who.put(`/customfields/${field.id}`, more)

describe('creating', () => {
  test('is for regular users, on a plan with custom fields; reading needs neither', async () => {
    for (const role of ['external', 'collaborator'] as const) {
      const who = await world.person(`A${role}`, { role })
      expect((await create({}, who)).body.error).toBe('not_allowed')
      expect((await who.get('/customfields')).status).toBe(200)
    }
    await world.plan('Team')
    expect((await create()).body.error).toBe('not_allowed')
    expect((await world.anna.get('/customfields')).status).toBe(200)
    await world.plan('Pinnacle')
  })

  test('in a space needs the right to edit it', async () => {
    expect((await create({ spaceId: world.garden.id }, world.cleo)).body.error).toBe('access_forbidden')
    expect((await create({ spaceId: world.garden.id }, world.dan)).body.error).toBe('access_forbidden')
    expect((await create({ spaceId: world.garden.id }, world.ben)).body.data[0].spaceId).toBe(world.garden.id)
    expect((await create({ spaceId: world.pond.id })).body.error).toBe('resource_not_found')
  })

  test('of types without formula or database in the API is refused', async () => {
    for (const type of ['CalculatedNumeric', 'CalculatedDate', 'LinkToDatabase'])
      expect((await create({ type })).body.error).toBe('not_allowed')
  })

  test('takes the settings that its type has, and no others', async () => {
    for (const [type, settings] of [
      ['Text', { decimalPlaces: 2 }],
      ['Date', { currency: 'USD' }],
      ['Numeric', { values: ['a'] }],
      ['Numeric', { decimalPlaces: 11 }],
      ['DropDown', { values: ['a', 'a'] }],
      ['DropDown', { values: ['a'], options: [{ value: 'b' }] }],
      ['Date', { allowTime: true, timezone: 'Mars/Olympus' }],
    ] as const)
      expect((await create({ type, settings })).body.error).toBe('invalid_parameter')
  })

  test('gives each type its defaults', async () => {
    expect((await created()).settings).toMatchObject({ inheritanceType: 'All', readOnly: false })
    expect((await created({ type: 'Numeric' })).settings).toMatchObject({
      decimalPlaces: 2,
      useThousandsSeparator: false,
      aggregation: 'Sum',
    })
    expect((await created({ type: 'Currency' })).settings.currency).toBe('USD')
    const settings = { options: [{ value: 'deep', color: 'Red' }, { value: 'flat' }] }
    expect((await created({ type: 'DropDown', settings })).settings).toMatchObject({
      values: ['deep', 'flat'],
      options: settings.options,
      optionColorsEnabled: true,
      allowOtherValues: true,
    })
  })

  test('answers the whole field, and is an event', async () => {
    const events = await recordedBy(world, async () => {
      const { body } = await create({ shareds: [world.ben.id], description: 'In metres', sharing: { any: 'thing' } })
      expect(body.kind).toBe('customfields')
      expect(body.data[0]).toMatchObject({
        accountId: world.account,
        title: 'Depth',
        type: 'Text',
        sharedIds: [world.ben.id],
        sharing: { any: 'thing' },
        description: 'In metres',
        archived: false,
      })
      expect(body.data[0]).not.toHaveProperty('spaceId')
    })
    expect(events).toMatchObject([{ type: 'CustomFieldCreated', after: { title: 'Depth' } }])
  })
})

describe('changing', () => {
  test('touches what is sent; settings that are not named stay', async () => {
    const field = await created({ type: 'Numeric', settings: { decimalPlaces: 3, aggregation: 'Average' } })
    const events = await recordedBy(world, async () => {
      const { body } = await change(field, { settings: { decimalPlaces: 1 } })
      expect(body.data[0]).toEqual({ ...field, settings: { ...field.settings, decimalPlaces: 1 } })
    })
    expect(events).toMatchObject([{ type: 'CustomFieldUpdated', before: { title: 'Depth' } }])
    expect(await recordedBy(world, () => change(field, { title: 'Depth' }))).toEqual([])
  })

  test('an option that stays keeps its colour', async () => {
    const settings = { options: [{ value: 'deep', color: 'Red' }] }
    const field = await created({ type: 'DropDown', settings })
    const { body } = await change(field, { settings: { values: ['flat', 'deep'] } })
    expect(body.data[0].settings.options).toEqual([{ value: 'flat' }, { value: 'deep', color: 'Red' }])
  })

  test('a new type takes over the settings it has too, and cannot be a closed one', async () => {
    const field = await created({ type: 'Numeric', settings: { decimalPlaces: 3, inheritanceType: 'Tasks' } })
    const { body } = await change(field, { type: 'Percentage' })
    expect(body.data[0].settings).toMatchObject({ decimalPlaces: 3, inheritanceType: 'Tasks' })
    expect((await change(field, { type: 'LinkToDatabase' })).body.error).toBe('not_allowed')
    expect((await change(field, { addMirrors: [{}] })).body.error).toBe('not_allowed')
  })

  test('moves between the account and a space when changeScope says so', async () => {
    const field = await created()
    for (const wrong of [
      { spaceId: world.garden.id },
      { changeScope: 'Space' },
      { changeScope: 'Account', spaceId: world.garden.id },
    ])
      expect((await change(field, wrong)).body.error).toBe('invalid_parameter')
    const moved = await change(field, { changeScope: 'Space', spaceId: world.garden.id })
    expect(moved.body.data[0].spaceId).toBe(world.garden.id)
    expect((await world.dan.get(`/customfields/${field.id}`)).body.error).toBe('access_forbidden')
    const back = await change(field, { changeScope: 'Account', spaceId: null })
    expect(back.body.data[0]).not.toHaveProperty('spaceId')
  })

  test('shares it with people and takes it from them', async () => {
    const field = await created({ shareds: [world.ben.id] })
    const deltas = { addShareds: [world.dan.id], removeShareds: [world.ben.id] }
    expect((await change(field, deltas)).body.data[0].sharedIds).toEqual([world.dan.id])
    const both = { addShareds: [world.dan.id], removeShareds: [world.dan.id] }
    expect((await change(field, both)).body.error).toBe('invalid_parameter')
  })
})

describe('reading', () => {
  test('lists fields of work items unless users are named, by type, inheritance and part of the title', async () => {
    const titles = async (parameters: Record<string, unknown>) =>
      (await world.anna.get('/customfields', parameters)).body.data.map((field) => field.title)
    await create({ title: 'Hat size', settings: { applicableEntityTypes: ['User'] } })
    await create({ title: 'Frogs 100%', type: 'Checkbox', settings: { inheritanceType: 'Projects' } })
    expect(await titles({ title: 'HAT' })).toEqual([])
    expect(await titles({ applicableEntityTypes: ['User'] })).toEqual(['Hat size'])
    expect(await titles({ types: ['Checkbox'] })).toEqual(['Frogs 100%'])
    expect(await titles({ inheritanceTypes: ['Projects'], title: '0%' })).toEqual(['Frogs 100%'])
    expect(await titles({ title: '_00' })).toEqual([])
  })

  test('of a space holds its own, and is hidden with it', async () => {
    const shed = (await world.anna.post('/spaces', { accessType: 'Private', title: 'Shed' })).body.data[0]
    const field = await created({ spaceId: shed.id })
    expect((await world.anna.get(`/spaces/${shed.id}/customfields`)).body.data).toEqual([field])
    expect((await world.ben.get(`/spaces/${shed.id}/customfields`)).body.error).toBe('access_forbidden')
    expect((await world.ben.get('/customfields')).body.data.map((one) => one.id)).not.toContain(field.id)
  })

  test('counts the items that have a value, when asked', async () => {
    const field = await created()
    await world.task({ customFields: [{ id: field.id, value: 'x' }] })
    const read = (who: Person) => who.get(`/customfields/${field.id}`, { fields: ['dataUsageStatistics'] })
    expect((await read(world.anna)).body.data[0].dataUsageStatistics).toEqual({ items: 1 })
    expect((await read(world.dan)).body.data[0].dataUsageStatistics).toEqual({ items: 0 })
  })
})
