package dev.warmpath.local.template;

import dev.warmpath.local.template.Node.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A SAM template file, read but not yet resolved. */
public final class Template {
    private static final String TRANSFORM = "AWS::Serverless-2016-10-31";

    private final Path folder;
    private final Properties sections;

    private Template(Path folder, Properties sections) {
        this.folder = folder;
        this.sections = sections;
    }

    /**
     * Reads a template in YAML or JSON.
     *
     * @throws TemplateException if there is no such file or it is no SAM template
     */
    public static Template read(Path file) {
        return parse(file, content(file));
    }

    static Template parse(Path file, String yaml) {
        String name = file.getFileName().toString();
        Properties sections = Properties.of(YamlReader.read(name, yaml));
        Template template = new Template(file.toAbsolutePath().getParent(), sections);
        template.requireSam();
        return template;
    }

    private static String content(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new TemplateException("there is no file " + file + "; expected a SAM template");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new TemplateException(file + " cannot be read (" + e + "); expected a SAM template in UTF-8");
        }
    }

    private void requireSam() {
        List<String> transforms = sections.texts("Transform");
        if (!transforms.equals(List.of(TRANSFORM))) {
            throw sections.at("Transform").error(transforms + " is not supported; expected " + TRANSFORM + " alone");
        }
    }

    /** Names of the parameters that the template declares. */
    public Set<String> parameters() {
        return section("Parameters").entries().keySet();
    }

    /**
     * Resolves every parameter, condition and intrinsic function.
     *
     * @param parameters values for the template's parameters, instead of their defaults
     * @throws TemplateException if the template is wrong, or needs what the local run does not support
     */
    public Application resolve(Map<String, String> parameters, PseudoParameters pseudo) {
        Mapping mappings = section("Mappings");
        ParameterNames values = new ParameterNames(new Parameters(section("Parameters")).values(parameters), pseudo);
        Conditions conditions = new Conditions(section("Conditions"), values, mappings);
        conditions.check();
        new Rules(section("Rules"), conditions).check();
        Globals globals = new Globals(section("Globals"));
        Resources resources = new Resources(section("Resources"), globals, conditions);
        ResourceNames names = new ResourceNames(values, resources, mappings, conditions);
        new Dependencies(resources, names, values).check();
        Map<String, String> outputs = new Outputs(section("Outputs"), conditions, names.intrinsics()).values();
        return new ApplicationReader(folder, globals, resources, names).read(outputs);
    }

    private Mapping section(String name) {
        return sections.child(name).mapping();
    }
}
