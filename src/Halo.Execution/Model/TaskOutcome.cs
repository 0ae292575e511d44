namespace Halo.Execution;

/// <summary>How a task of a run ended.</summary>
public enum TaskOutcome : byte
{
    /// <summary>It has not ended. Only seen while a run lasts.</summary>
    Open = 0,

    /// <summary>With success: now, in an earlier run, or before any run.</summary>
    Succeeded,

    /// <summary>Every attempt at every agent that could take it failed.</summary>
    Failed,

    /// <summary>Its join rule could not hold any more.</summary>
    Skipped,

    /// <summary>It was never begun; see the reason.</summary>
    NotRun,

    /// <summary>It was begun, and the run was cancelled, exceeded its deadline or was stopped before it ended.</summary>
    Interrupted,
}

/// <summary>Why a task ended as it did.</summary>
public enum OutcomeReason : byte
{
    /// <summary>Its handler returned.</summary>
    Returned = 0,

    /// <summary>The graph says that it was completed before.</summary>
    CompletedBefore,

    /// <summary>The journal says that it ended in an earlier part of the run.</summary>
    Resumed,

    /// <summary>Its handler threw.</summary>
    HandlerFailed,

    /// <summary>Its last attempt, or all of them together, took too long.</summary>
    TimedOut,

    /// <summary>Its agent's circuit is open.</summary>
    CircuitOpen,

    /// <summary>A dependency failed.</summary>
    DependencyFailed,

    /// <summary>No dependency failed, but the condition of one was not met.</summary>
    ConditionNotMet,

    /// <summary>A dependency was skipped or not run.</summary>
    DependencySkipped,

    /// <summary>The plan has no agent for it.</summary>
    Unassigned,

    /// <summary>Another task failed, and the run stops at the first failure.</summary>
    PlanStopped,

    /// <summary>The run was cancelled.</summary>
    Cancelled,

    /// <summary>The run took longer than its deadline allows.</summary>
    DeadlineExceeded,

    /// <summary>Its handler returned what the journal cannot keep: as a success it would be lost at a resume.</summary>
    ResultNotKept,

    /// <summary>The journal could not be written, or could not give back a result.</summary>
    JournalFailed,
}
