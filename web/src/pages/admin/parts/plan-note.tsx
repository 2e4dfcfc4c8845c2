import { Link } from '@tanstack/react-router'
import { type AccountFeature, getAccountPlan } from '@taskwright/sdk'
import { useRead } from '../../../data/api.ts'
import { words } from '../../../language/words.ts'

const t = words('plan-note', {
  missing: ({ title, plan, from }: { title: string; plan: string; from: string }) =>
    `${title}: not part of the plan ${plan}; it comes with ${from}.`,
  more: 'What the plan has',
})

/** Whether the plan of the account has a feature; undefined while it is read. */
export function useFeature(name: string): { has: boolean | undefined; feature?: AccountFeature; plan?: string } {
  const plan = useRead(getAccountPlan, {}).data?.[0]
  const feature = plan?.features.find((one) => one.name === name)
  return { has: feature?.included, ...(feature && { feature }), ...(plan && { plan: plan.plan }) }
}

/** Says that the plan lacks something, and what has it; nothing where the plan has it. */
export function PlanNote({ feature: name }: { feature: string }) {
  const { has, feature, plan } = useFeature(name)
  if (has !== false || !feature || !plan) return null
  return (
    <p className="notice warn">
      {t.missing({ title: feature.title, plan, from: feature.fromPlan })} <Link to="/admin/plan">{t.more}</Link>
    </p>
  )
}
