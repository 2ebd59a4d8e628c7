#include "check.h"
#include "desk/checklist.h"
#include "drilled.h"

static void the_checklist_says_who_is_busy_who_is_free_and_what_is_due(void **state)
{
	struct fixture *f = *state;
	start(f);
	assert_string_equal(of_phase(f, 0),
	                    " Contain - stop the bleeding                         0 of 4 settled, 0 under way\n"
	                    "   [ ] 1 open-log              Mei Lin   free now          (due +1h)\n"
	                    "   [ ] 2 suspend-account       Arif      needs open-log    (due aware+1h)\n"
	                    "   [ ] 3 pause-ads             Arif      free now          (due aware+2h)\n"
	                    "   [ ] 4 collect-laptop        Farah     free now\n");
	struct act act = act_of(f, ACT_DO, number(f, NAMES_STEP, "open-log"), 1);
	take(f, act);
	assert_string_equal(f->out.data,
	                    " T+0:01  Mei Lin starts open-log, busy until T+0:06: Open a log of HubNest CRM\n");
	run_to(f, 10);
	assert_string_equal(f->out.data, " T+0:06  Done: open-log (Mei Lin).\n"
	                                 "         Keep: The first page of the log\n");
	act = act_of(f, ACT_DO, number(f, NAMES_STEP, "suspend-account"), 11);
	act.refs[act.nrefs++] = number(f, NAMES_STEP, "pause-ads");
	take(f, act);
	assert_string_equal(f->out.data,
	                    " T+0:11  Arif starts suspend-account, busy until T+0:31: Suspend the account;\n"
	                    "         never delete it\n"
	                    "         pause-ads waits for Arif, who is busy with suspend-account until\n"
	                    "         T+0:31.\n");
	act = act_of(f, ACT_SKIP, number(f, NAMES_STEP, "collect-laptop"), 12);
	act.why = "counsel first";
	take(f, act);
	assert_string_equal(of_phase(f, 0),
	                    " Contain - stop the bleeding                         2 of 4 settled, 1 under way\n"
	                    "   [x] 1 open-log              Mei Lin   done T+0:06       (due +1h)\n"
	                    "   [>] 2 suspend-account       Arif      busy until T+0:31 (due aware+1h)\n"
	                    "   [ ] 3 pause-ads             Arif      next after that   (due aware+2h)\n"
	                    "   [-] 4 collect-laptop        -         skipped\n");
	run_to(f, 50);
	assert_string_equal(f->out.data, " T+0:46  Done: pause-ads (Arif).\n"
	                                 "         Paused: ads, for 72h. incident-lead (Mei Lin) says when it starts\n"
	                                 "         again.\n");
}

static void a_step_past_its_due_time_is_called_late(void **state)
{
	struct fixture *f = *state;
	start(f);
	run_to(f, 90);
	assert_string_equal(of_phase(f, 0),
	                    " Contain - stop the bleeding                         0 of 4 settled, 0 under way\n"
	                    "   [ ] 1 open-log              Mei Lin   free now          (due +1h, late)\n"
	                    "   [ ] 2 suspend-account       Arif      needs open-log    (due aware+1h)\n"
	                    "   [ ] 3 pause-ads             Arif      free now          (due aware+2h)\n"
	                    "   [ ] 4 collect-laptop        Farah     free now\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(the_checklist_says_who_is_busy_who_is_free_and_what_is_due),
	    TEST(a_step_past_its_due_time_is_called_late),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
