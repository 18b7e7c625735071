// SPDX-License-Identifier: GPL-3.0-or-later
// folder.c - walks folders for files to read.
#include "cli/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text.h"
#include "data/source.h"

// Takes path. A path is kept even on failure: an error may borrow it.
static ot_status add(cli_files *files, char *path, const char *folder,
                     ot_error *err)
{
    const size_t n = files->n + 1;
    cli_file *at =
        path != NULL ? realloc(files->at, n * sizeof *files->at) : NULL;

    if (at == NULL) {
        free(path);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for %zu files", n);
    }
    files->at = at;
    at[files->n++] = (cli_file){path, folder};
    return OT_OK;
}

static ot_status io_error(cli_files *files, char *path, int code, ot_error *err)
{
    const ot_status status = add(files, path, NULL, err);

    if (status != OT_OK) {
        return status;
    }
    const ot_place place = {.path = files->at[files->n - 1].path};
    return ot_fail(err, OT_E_IO, &place, "%s",
                   code == EACCES   ? "permission denied"
                   : code == ENOENT ? "no such folder"
                                    : "cannot be read");
}

static char *join(const char *folder, const char *name)
{
    const size_t n = strlen(folder);
    ot_buf b = {0};

    ot__buf_format(&b, "%s%s%s", folder,
                   n > 0 && folder[n - 1] == '/' ? "" : "/", name);
    return b.failed ? NULL : b.at;
}

static bool ends_as_wanted(const cli_files *files, const char *path)
{
    const size_t n = strlen(path);

    for (size_t i = 0; files->ends != NULL && files->ends[i] != NULL; i++) {
        const size_t length = strlen(files->ends[i]);
        if (n >= length && strcmp(path + n - length, files->ends[i]) == 0) {
            return true;
        }
    }
    return files->ends == NULL;
}

static bool is_left_out(const cli_files *files, const char *name)
{
    return files->ends != NULL ? name[0] == '.' : ot__source_is_aside(name);
}

static ot_status walk(cli_files *files, const char *path, const char *folder,
                      ot_error *err);

// Takes path.
static ot_status take(cli_files *files, char *path, const char *folder,
                      ot_error *err)
{
    struct stat itself, what;
    ot_status status = OT_OK;

    if (path == NULL) {
        return add(files, NULL, folder, err);
    }
    if (lstat(path, &itself) != 0 || stat(path, &what) != 0) {
        free(path); // gone, or a link to nowhere
        return OT_OK;
    }
    if (S_ISREG(what.st_mode) && ends_as_wanted(files, path)) {
        return add(files, path, folder, err);
    }
    if (S_ISDIR(itself.st_mode)) {
        status = walk(files, path, folder, err);
    }
    free(path);
    return status;
}

static ot_status walk(cli_files *files, const char *path, const char *folder,
                      ot_error *err)
{
    DIR *directory = opendir(path);
    const struct dirent *entry;
    ot_status status = OT_OK;

    if (directory == NULL) {
        const int code = errno;
        return io_error(files, ot__str_dup(ot__str(path)), code, err);
    }
    while (status == OT_OK && (entry = readdir(directory)) != NULL) {
        if (!is_left_out(files, entry->d_name) &&
            strcmp(entry->d_name, ".") != 0 &&
            strcmp(entry->d_name, "..") != 0) {
            status = take(files, join(path, entry->d_name), folder, err);
        }
    }
    closedir(directory);
    return status;
}

static int compare(const void *left, const void *right)
{
    const cli_file *a = left, *b = right;

    return strcmp(a->path, b->path);
}

static ot_status open_folder(cli_files *files, const char *operand,
                             ot_error *err)
{
    const size_t before = files->n;
    const ot_place place = {.path = operand};
    const ot_status status = walk(files, operand, operand, err);

    if (status != OT_OK) {
        return status;
    }
    if (files->n == before) {
        return ot_fail(err, OT_E_DATA, &place, "a folder without a %sfile%s",
                       files->ends != NULL ? "text " : "",
                       files->ends != NULL ? " (.txt, .md)" : "");
    }
    qsort(files->at + before, files->n - before, sizeof *files->at, compare);
    return OT_OK;
}

ot_status cli_files_find(cli_files *files, const char *const operands[],
                         size_t count, ot_error *err)
{
    ot_status status = OT_OK;

    for (size_t i = 0; status == OT_OK && i < count; i++) {
        struct stat about;
        const char *operand = operands[i];
        if (strcmp(operand, "-") != 0 && stat(operand, &about) == 0 &&
            S_ISDIR(about.st_mode)) {
            status = open_folder(files, operand, err);
        } else {
            status = add(files, ot__str_dup(ot__str(operand)), NULL, err);
        }
    }
    return status;
}

void cli_files_free(cli_files *files)
{
    for (size_t i = 0; i < files->n; i++) {
        free(files->at[i].path);
    }
    free(files->at);
    *files = (cli_files){NULL, 0, NULL};
}
