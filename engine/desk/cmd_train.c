#include "desk/cmd.h"
#include "desk/cmd_play.h"

int cmd_train(int argc, char **argv)
{
	return cmd_play_as(argc, argv, "train SCENARIO [options]", true);
}
