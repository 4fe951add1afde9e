const basic = ['tag', 'element_id', 'margin']
const laidOut = [
  ...['padding', 'direction', 'horizontal_align', 'vertical_align'],
  ...['horizontal_spacing', 'vertical_spacing'],
]
const asked = [
  ...basic,
  'name',
  'required',
  'disabled',
  'placeholder',
  'width',
  'behaviors',
  'confirm',
]
const chosen = [...asked, 'type', 'options', 'initial_option', 'initial_index']

/**
 * The components of JSON 2.0, and all properties of each; any other is refused by the platform. From the pages under
 * https://open.larksuite.com/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-components/component-json-v2-overview.md
 * as far as cards of tasks need them: chart, table and the like are left out, and refused here.
 */
export const components: Readonly<Record<string, readonly string[]>> = {
  markdown: [...basic, 'content', 'text_align', 'text_size', 'icon', 'i18n_content'],
  div: [...basic, 'text', 'fields', 'icon', 'width', 'extra'],
  img: [
    ...[...basic, 'img_key', 'alt', 'title', 'mode', 'preview', 'transparent'],
    ...['corner_radius', 'scale_type', 'size', 'custom_width', 'compact_width'],
  ],
  img_combination: [
    ...[...basic, 'combination_mode', 'img_list', 'corner_radius', 'combination_transparent'],
  ],
  hr: basic,
  person: [...basic, 'user_id', 'size', 'show_avatar', 'show_name', 'style'],
  person_list: [
    ...basic,
    'persons',
    'size',
    'lines',
    'show_avatar',
    'show_name',
    'drop_invalid_user_id',
    'icon',
    'ud_icon',
  ],
  column_set: [
    ...[...basic, 'columns', 'flex_mode', 'background_style', 'horizontal_spacing'],
    ...['horizontal_align', 'action', 'behaviors'],
  ],
  column: [
    ...[
      ...basic,
      ...laidOut,
      'elements',
      'width',
      'weight',
      'background_style',
      'action',
      'behaviors',
    ],
  ],
  form: [...basic, ...laidOut, 'elements', 'name'],
  interactive_container: [
    ...[...basic, ...laidOut, 'elements', 'width', 'height', 'background_style', 'has_border'],
    ...[
      'border_color',
      'corner_radius',
      'behaviors',
      'hover_tips',
      'disabled',
      'disabled_tips',
      'confirm',
    ],
  ],
  collapsible_panel: [
    ...[...basic, ...laidOut, 'elements', 'header', 'expanded', 'background_color', 'border'],
  ],
  button: [
    ...[...basic, 'name', 'type', 'size', 'width', 'text', 'icon', 'hover_tips', 'disabled'],
    ...['disabled_tips', 'confirm', 'behaviors', 'required', 'form_action_type'],
  ],
  input: [
    ...[...asked, 'default_value', 'max_length', 'input_type', 'show_icon', 'rows', 'auto_resize'],
    ...['max_rows', 'label', 'label_position', 'value', 'fallback'],
  ],
  select_static: chosen,
  select_person: chosen,
  multi_select_static: [...asked, 'type', 'options', 'selected_values'],
  multi_select_person: [...asked, 'type', 'options', 'selected_values'],
  date_picker: [...asked, 'initial_date', 'value'],
  picker_time: [...asked, 'initial_time', 'value'],
  picker_datetime: [...asked, 'initial_datetime', 'value'],
  overflow: [...basic, 'width', 'options', 'confirm'],
  checker: [
    ...[...basic, 'name', 'checked', 'text', 'overall_checkable', 'button_area', 'checked_style'],
    ...['padding', 'confirm', 'behaviors', 'hover_tips', 'disabled', 'disabled_tips'],
  ],
  plain_text: [
    ...[
      'tag',
      'element_id',
      'content',
      'i18n_content',
      'text_size',
      'text_color',
      'text_align',
      'lines',
    ],
  ],
  lark_md: [
    ...[
      'tag',
      'element_id',
      'content',
      'i18n_content',
      'text_size',
      'text_color',
      'text_align',
      'lines',
    ],
  ],
  standard_icon: ['tag', 'token', 'color', 'size'],
  custom_icon: ['tag', 'img_key', 'size'],
  text_tag: ['tag', 'element_id', 'text', 'color'],
}

/** Properties of what has no tag, by where it stands. */
export const parts = {
  card: ['schema', 'config', 'card_link', 'header', 'body'],
  config: [
    ...['update_multi', 'width_mode', 'enable_forward', 'enable_forward_interaction', 'summary'],
    ...['style', 'streaming_mode', 'streaming_config', 'locales', 'use_custom_translation'],
  ],
  header: [
    'title',
    'subtitle',
    'text_tag_list',
    'i18n_text_tag_list',
    'template',
    'icon',
    'padding',
  ],
  body: [...laidOut, 'elements'],
  panelHeader: [
    ...['title', 'background_color', 'vertical_align', 'padding', 'position', 'width'],
    ...['icon', 'icon_position', 'icon_expanded_angle'],
  ],
  callback: ['type', 'value'],
  openUrl: ['type', 'default_url', 'android_url', 'ios_url', 'pc_url'],
  option: ['text', 'value', 'icon'],
  field: ['is_short', 'text'],
} as const satisfies Record<string, readonly string[]>

/** What a person fills in. */
export const fields = [
  ...['input', 'select_static', 'select_person', 'multi_select_static', 'multi_select_person'],
  ...['date_picker', 'picker_time', 'picker_datetime', 'checker'],
]

export const headerColours = [
  ...['blue', 'wathet', 'turquoise', 'green', 'yellow', 'orange', 'red', 'carmine'],
  ...['violet', 'purple', 'indigo', 'grey', 'default'],
]
