/* remedy: the step that a playbook lacked, ready to paste.
 * Owns nothing; promises YAML that the loader takes: an id not yet in use, an owner the playbook has, a due time.
 * Never changes a playbook: people do. */
#ifndef DESK_REMEDY_H
#define DESK_REMEDY_H

#include "base/jsn.h"
#include "exercise/session.h"

/* {action, text, yaml} for each action that the scenario needs and no step does (check_missing). `yaml` is indented to
 * stand under a phase's `steps:`; its owner is whoever the story first asked, its due time two hours after, in whole
 * hours. The caller owns the list. */
struct jsn *remedy_missing(const struct session *session);

#endif
