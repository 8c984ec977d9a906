package dev.warmpath.local.template;

/**
 * Where something stands in a template.
 *
 * @param file name to show
 * @param line counted from 1
 * @param path keys from the root, such as {@code Resources.GetUser.Properties.Timeout}; empty at the root
 */
record Place(String file, int line, String path) {
    Place key(String key, int keyLine) {
        return new Place(file, keyLine, path.isEmpty() ? key : path + "." + key);
    }

    Place item(int index, int itemLine) {
        return new Place(file, itemLine, path + "[" + index + "]");
    }

    TemplateException error(String sentence) {
        return new TemplateException(file + ":" + line + ": " + (path.isEmpty() ? "" : path + ": ") + sentence);
    }
}
