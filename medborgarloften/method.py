"""THE LIST: the steps of the method, in order."""

from agreements.steps import citizen_promise, collaboration_agreement, feedback, follow_up, implementation
from dialogs.steps import citizen_dialog, staff_dialog_how, staff_dialog_what
from processes.method import Method
from processes.steps import (
    activity_plan,
    collaboration,
    communication,
    joint_situation,
    local_situation,
    own_picture,
    problem_analysis,
)

METHOD = Method(
    [
        collaboration.STEP,
        communication.STEP,
        local_situation.STEP,
        staff_dialog_what.STEP,
        citizen_dialog.STEP,
        joint_situation.STEP,
        problem_analysis.STEP,
        collaboration_agreement.STEP,
        staff_dialog_how.STEP,
        activity_plan.STEP,
        citizen_promise.STEP,
        implementation.STEP,
        follow_up.STEP,
        feedback.STEP,
    ],
    version="1",
    beside=[own_picture.STEP],
)
