package dev.warmpath.local.template;

import java.util.List;
import java.util.Map;

/** What a template declares, with every parameter, condition and intrinsic function resolved. */
public record Application(
        HttpApi api,
        List<FunctionSpec> functions,
        List<TableSpec> tables,
        List<QueueSpec> queues,
        List<QueueMapping> queueMappings,
        List<BucketSpec> buckets,
        List<StreamMapping> streams,
        List<ScheduleSpec> schedules,
        Map<String, String> outputs) {}
