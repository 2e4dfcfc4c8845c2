/** Subscription plans, smallest first. */
export const plans = ['Free', 'Team', 'Business', 'Enterprise', 'Pinnacle'] as const
export type Plan = (typeof plans)[number]
