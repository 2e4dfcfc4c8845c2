import type { Group } from '@taskwright/sdk'

/** The letters of a group on its colour, as the server draws them; the title beside it says the same. */
export function GroupPicture({ group }: { group: Group }) {
  return <img className="group-picture" src={group.avatarUrl} alt="" width={28} height={28} />
}
