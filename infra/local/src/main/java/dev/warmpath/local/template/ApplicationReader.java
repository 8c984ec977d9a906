package dev.warmpath.local.template;

import dev.warmpath.local.template.Node.Mapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns the active resources into what the local run starts. */
record ApplicationReader(Path folder, Globals globals, Resources resources, ResourceNames names) {

    Application read(Map<String, String> outputs) {
        resources.active().forEach(Resource::requireSupported);
        Map<String, Properties> functions = new TreeMap<>();
        resources
                .active(Resource.FUNCTION)
                .forEach(function -> functions.put(function.logicalId(), resolved(function)));
        List<Events> events = functions.entrySet().stream()
                .map(function -> Events.of(function.getKey(), function.getValue()))
                .toList();
        List<FunctionSpec> specs = functions(functions);
        List<QueueSpec> queues = queues();
        return new Application(
                api(events),
                specs,
                tables(),
                queues,
                queueMappings(events, specs, queues),
                buckets(),
                streams(events, queues),
                schedules(events),
                outputs);
    }

    private List<FunctionSpec> functions(Map<String, Properties> functions) {
        Map<String, Path> layers = new LayerReader(folder, names).read(resources.active(Resource.LAYER));
        FunctionReader reader = new FunctionReader(folder, layers);
        return functions.entrySet().stream()
                .map(function -> reader.read(function.getKey(), function.getValue()))
                .toList();
    }

    private HttpApi api(List<Events> events) {
        Optional<Resource> declared = onlyApi();
        List<HttpApiEvent> routes =
                events.stream().flatMap(function -> function.routes().stream()).toList();
        Events.requireApi(routes, declared.map(this::nameOf));
        return HttpApiReader.of(declared.map(this::resolved).orElseGet(this::implicitApi))
                .read(routes);
    }

    private Optional<Resource> onlyApi() {
        List<Resource> apis = resources.active(Resource.HTTP_API);
        if (apis.size() > 1) {
            throw apis.get(1).place().error("a second HTTP API is not supported by the local run; expected one");
        }
        return apis.stream().findFirst();
    }

    /** The API that SAM makes for routes that name none; only globals describe it. */
    private Properties implicitApi() {
        Mapping nothing = Mapping.empty(globals.sections().place());
        return Properties.of(names.intrinsics().require(globals.applyTo(Resource.HTTP_API, nothing)));
    }

    private List<TableSpec> tables() {
        return resources.active(Resource.TABLE).stream()
                .map(table -> TableReader.read(table.logicalId(), nameOf(table), resolved(table)))
                .toList();
    }

    private List<QueueSpec> queues() {
        return new QueueReader(names).read(resources.active(Resource.QUEUE));
    }

    private List<BucketSpec> buckets() {
        BucketReader reader = new BucketReader(names);
        return resources.active(Resource.BUCKET).stream().map(reader::read).toList();
    }

    private static List<QueueMapping> queueMappings(
            List<Events> events, List<FunctionSpec> specs, List<QueueSpec> queues) {
        Map<String, FunctionSpec> byName =
                specs.stream().collect(Collectors.toMap(FunctionSpec::name, Function.identity()));
        return events.stream()
                .flatMap(function -> function.queues(byName.get(function.function()), queues).stream())
                .toList();
    }

    private List<StreamMapping> streams(List<Events> events, List<QueueSpec> queues) {
        StreamReader reader = new StreamReader(tablesByStream(), standard(queues));
        return events.stream()
                .flatMap(function -> function.streams(reader).stream())
                .toList();
    }

    private static Set<String> standard(List<QueueSpec> queues) {
        return queues.stream()
                .filter(queue -> !queue.isFifo())
                .map(QueueSpec::arn)
                .collect(Collectors.toSet());
    }

    private Map<String, String> tablesByStream() {
        return resources.active(Resource.TABLE).stream()
                .filter(table -> resolved(table).has("StreamSpecification"))
                .collect(Collectors.toMap(
                        table -> names.attribute(table.logicalId(), "StreamArn", table.place())
                                .asText(),
                        this::nameOf));
    }

    private List<ScheduleSpec> schedules(List<Events> events) {
        return events.stream()
                .flatMap(function -> function.schedules(names.pseudo()).stream())
                .toList();
    }

    private Properties resolved(Resource resource) {
        return Properties.of(names.intrinsics().require(resource.properties()));
    }

    private String nameOf(Resource resource) {
        return names.ref(resource.logicalId(), resource.place()).orElseThrow().asText();
    }
}
