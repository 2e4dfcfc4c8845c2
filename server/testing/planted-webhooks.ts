import { sql } from 'kysely'
import type { Store } from '#database/connect.ts'

/** Two webhooks of an application, in the name of whoever registered it, as they look after some days: nothing was sent. */
export async function plantWebhooks({ database }: Store, clientId: string): Promise<void> {
  await sql`
    with hook as (
      insert into webhook (account_id, person_id, client_id, hook_url, host, secret, event_types, status, suspended_because)
      select a.account_id, u.person_id, a.client_id, h.url, h.host, h.secret, h.types, h.status, h.because
      from application a join account_user u on u.account_id = a.account_id and u.role = 'owner'
      cross join (values
        ('https://old.robot.example/hooks', 'old.robot.example', null, null, 'Suspended', 'the receiver answered 410'),
        ('https://robot.example/hooks/tasks', 'robot.example', 'frog', '{TaskCreated,TaskStatusChanged,TaskDatesChanged}'::text[], 'Active', null)
      ) as h(url, host, secret, types, status, because)
      where a.client_id = ${clientId} returning *
    )
    insert into webhook_delivery (account_id, webhook_id, events, state, attempts, answer_status, answer, created_at, ended_at)
    select account_id, webhook_id, d.events, d.state, d.attempts, d.status, d.answer,
      now() - d.minutes * interval '1 minute', case when d.state <> 'waiting' then now() - d.minutes * interval '1 minute' end
    from hook cross join (values
      ('dropped', 0, null, null, 900, '[{"eventType": "TaskCreated", "taskId": "IEAAAAAQKQAAAABA"}]'::jsonb),
      ('failed', 4, null, 'connect ECONNREFUSED 203.0.113.5:443', 800, '[{"eventType": "TaskCreated", "taskId": "IEAAAAAQKQAAAABB"}]'),
      ('delivered', 2, 200, '{"ok":true}', 70, '[{"eventAuthorId": "KUAAAAAB", "eventType": "TaskStatusChanged", "lastUpdatedDate": "2026-03-02T09:30:00Z", "taskId": "IEAAAAAQKQAAAABC", "oldStatus": "Active", "status": "Completed", "oldCustomStatusId": "IEAAAAAQJMAAAAAA", "customStatusId": "IEAAAAAQJMAAAAAB"}]'),
      ('delivered', 1, 204, '', 12, '[{"eventType": "TaskDatesChanged", "taskId": "IEAAAAAQKQAAAABD"}, {"eventType": "TaskCreated", "taskId": "IEAAAAAQKQAAAABE"}]'),
      ('waiting', 1, 503, 'back soon', 1, '[{"eventType": "TaskCreated", "taskId": "IEAAAAAQKQAAAABF"}]')
    ) as d(state, attempts, status, answer, minutes, events)
    where host = 'robot.example' order by d.minutes desc`.execute(database)
}
